import { AppFailure } from '../../shared/errors.ts';
import type { Settings } from '../../shared/settings.ts';
import type { SettingsPatch, SettingsStore } from '../storage/settings-store.ts';
import type { Policy } from './policy.ts';

/** The settings that the policy decides, with its values. */
export function decidedSettings(policy: Policy): Partial<Settings> {
  const { environment, importReference, updateChannel } = policy;
  return {
    ...(environment === null ? {} : { environmentId: environment }),
    ...(importReference === null ? {} : { importReference }),
    ...(updateChannel === null ? {} : { updateChannel }),
  };
}

/** The settings under a policy: what it decides reads as decided, and is refused a change; what is stored stays. */
export function managedSettings(store: SettingsStore, decided: Partial<Settings>): SettingsStore {
  const current = (): Settings => ({ ...store.current(), ...decided });
  return {
    current,
    async change(patch) {
      const names = Object.keys(patch) as (keyof SettingsPatch)[];
      const refused = names.filter(
        (name) => name in decided && patch[name] !== undefined && patch[name] !== decided[name],
      );
      if (refused.length > 0)
        throw new AppFailure({
          code: 'forbidden',
          message: `Your organisation has decided this setting: ${refused.join(', ')}.`,
          detail: { source: 'app', serviceCode: 'MANAGED_SETTING' },
        });
      const own = Object.fromEntries(Object.entries(patch).filter(([name]) => !(name in decided)));
      await store.change(own);
      return current();
    },
  };
}
