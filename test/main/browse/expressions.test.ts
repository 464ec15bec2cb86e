import { afterEach, describe, expect, it } from 'vitest';
import { textObject } from '../../simulators/s3/sdk-client.ts';
import { startBrowseRig, viewOf, type BrowseRig } from './browse-rig.ts';

let rig: BrowseRig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

const endless = viewOf({ mode: 'regex', text: '^(a+)+$' });
const tempting = `${'a'.repeat(60)}!`;

async function opened(keys: readonly string[]) {
  rig = await startBrowseRig(keys.map((key) => textObject(key)));
  const { listingId } = await rig.open();
  await rig.until(listingId, ({ complete }) => complete);
  return { ...rig, listingId };
}

describe('expressions in the filter box', () => {
  it('that are invalid are refused, and the view stays', async () => {
    const { listingId, service, keys } = await opened(['a.mov', 'b.mov']);
    await service.view({ listingId, view: viewOf({ text: 'a.' }) });
    const wrong = service.view({ listingId, view: viewOf({ mode: 'regex', text: '(' }) });
    await expect(wrong).rejects.toMatchObject({
      error: { code: 'bad-request', detail: { serviceCode: 'InvalidExpression' } },
    });
    expect(await keys(listingId)).toEqual(['a.mov']);
  });

  it('that would match for ever are given up, and the view stays', async () => {
    const { listingId, service, keys } = await opened([tempting, 'b.mov']);
    await expect(service.view({ listingId, view: endless })).rejects.toMatchObject({
      error: { code: 'bad-request', detail: { serviceCode: 'ExpressionTooSlow' } },
    });
    expect(await keys(listingId)).toEqual([tempting, 'b.mov']);
    expect(await service.view({ listingId, view: viewOf({ mode: 'regex', text: '^b' }) })).toMatchObject({
      matching: 1,
    });
  });

  it('that turn out endless while pages come are given up and told, and listing goes on', async () => {
    rig = await startBrowseRig([tempting, 'b.mov'].map((key) => textObject(key)));
    const { listingId } = await rig.open('', 'below', endless);
    const done = await rig.until(listingId, ({ complete }) => complete);
    expect(done).toMatchObject({
      listed: 2,
      matching: 0,
      error: { code: 'bad-request', detail: { serviceCode: 'ExpressionTooSlow' } },
    });
    expect(await rig.service.view({ listingId, view: viewOf({}) })).toMatchObject({
      matching: 2,
      error: null,
    });
  });

  it('typed quickly one after the other all answer with the last view', async () => {
    const { listingId, service } = await opened(['aaa.mov', 'aab.mov', 'abc.mov']);
    const views = ['a', 'aa', 'aab'].map((text) => service.view({ listingId, view: viewOf({ text }) }));
    const states = await Promise.all(views);
    expect(states.at(-1)).toMatchObject({ matching: 1 });
    expect(states.map(({ error }) => error)).toEqual([null, null, null]);
  });
});
