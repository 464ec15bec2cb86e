import { FuseState } from '@electron/fuses/dist/constants.js';
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/**
 * What the packaged app may be turned into from outside. A build for end-to-end tests keeps the inspector, which their
 * driver needs; everything else is the same. The file protocol has no privileges, because no page is loaded by it.
 */
export const fusesOf = (isTestBuild: boolean): Readonly<Record<FuseV1Options, boolean>> => ({
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: isTestBuild,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
});

/** Sets the fuses of Electron's binary; throws when the binary has one that this list does not decide. */
export async function setFuses(binary: string, isTestBuild: boolean, isMac: boolean): Promise<void> {
  await flipFuses(binary, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // Changing the binary breaks its ad-hoc signature, without which an arm64 Mac refuses to start it.
    resetAdHocDarwinSignature: isMac,
    ...fusesOf(isTestBuild),
  });
}

/** Reads the fuses back; answers with the names of those that are not as wanted. */
export async function wrongFuses(binary: string, isTestBuild: boolean): Promise<readonly string[]> {
  const wire = await getCurrentFuseWire(binary);
  return Object.entries(fusesOf(isTestBuild)).flatMap(([number, isOn]) => {
    const fuse = Number(number) as FuseV1Options;
    return wire[fuse] === (isOn ? FuseState.ENABLE : FuseState.DISABLE) ? [] : [FuseV1Options[fuse]];
  });
}
