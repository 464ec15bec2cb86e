import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type AppRig } from './support/app-rig.ts';

let rig: AppRig;
beforeEach(async () => {
  rig = await startApp();
});
afterEach(() => rig.close());

/** What stands in the demo bucket for each container and codec, and what Chromium is asked about it. */
const seeds = [
  ['Nordlys_S01E01_proxy', 'H.264', 'video/mp4; codecs="avc1.640028"'],
  ['Nordlys_S01E01_MASTER_ProRes', 'ProRes 422 LT', 'video/mp4; codecs="apch"'],
  ['Nordlys_S01E01_XDCAM', 'MPEG-2', 'application/mxf; codecs="mp2v"'],
  ['Interview_Ærø_50p', 'H.264', 'video/mp4; codecs="avc1.640028"'],
  ['2019-06-05 valgaften', 'H.264', 'video/mp2t; codecs="avc1.640028"'],
  ['.avi', 'MPEG-4', 'video/x-msvideo; codecs="mp4v.20.8"'],
  ['DJI_0042', 'HEVC', 'video/mp4; codecs="hvc1.2.4.L153.B0"'],
  ['B014_C0003', 'VP9', 'video/webm; codecs="vp09.00.10.08"'],
] as const;

const showPictures = async (): Promise<void> => {
  const { page } = rig.operator;
  await page.getByRole('radiogroup', { name: 'View' }).getByRole('radio', { name: 'Pictures' }).click();
};
const canPlay = (type: string): Promise<boolean> =>
  rig.operator.page.evaluate((asked) => document.createElement('video').canPlayType(asked) !== '', type);

describe('pictures of videos', () => {
  it('shows a frame of each video that this Chromium decodes, and a card of facts for the others', async () => {
    const { operator } = rig;
    await operator.showEverythingBelow();
    await showPictures();
    const frames: string[] = [];
    for (const [name, codec, type] of seeds) {
      await operator.filter(name);
      const card = operator.files.getByRole('gridcell').filter({ hasText: name }).first();
      if (await canPlay(type)) {
        const picture = card.locator('img');
        await picture.waitFor();
        await expect
          .poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
          .toBeGreaterThan(300);
        frames.push(codec);
      } else {
        await card.getByText(codec, { exact: true }).waitFor();
        expect(await card.locator('img').count()).toBe(0);
      }
    }
    // Every Chromium decodes VP9: the frames above cannot all have been skipped.
    expect(frames).toContain('VP9');
  });

  it('says what previews have read of the source, and of how much', async () => {
    const { operator } = rig;
    await operator.openFolders('deliveries', '2026-11', 'Nordlys Ep 01');
    await showPictures();
    await operator.files.getByText('MPEG-2', { exact: true }).waitFor();
    await operator.page.getByRole('button', { name: /^Previews: .* of 500 MB$/ }).waitFor();
  });

  it('is walked through by keyboard alone: Space opens Quick Look, arrows go on, Escape closes it', async () => {
    const { operator } = rig;
    const { page } = operator;
    await operator.openFolders('deliveries', '2026-11', 'Nordlys Ep 01');
    await operator.files.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    const first = page.getByRole('dialog', { name: 'Nordlys_S01E01_MASTER_ProRes.mov' });
    await first.getByText('ProRes 422 LT', { exact: true }).first().waitFor();
    await first.getByText('640 × 360', { exact: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    const second = page.getByRole('dialog', { name: 'Nordlys_S01E01_XDCAM_1080i25.mxf' });
    await second.getByText('Interlaced, top field first', { exact: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    const third = page.getByRole('dialog', { name: 'Nordlys_S01E01_proxy.mp4' });
    await third.getByText('H.264', { exact: true }).first().waitFor();
    if (await canPlay('video/mp4; codecs="avc1.640028"')) {
      await expect
        .poll(() =>
          third.locator('video').evaluate((video) => video instanceof HTMLVideoElement && video.currentTime),
        )
        .toBeGreaterThan(0);
    }
    await page.keyboard.press('Escape');
    await third.waitFor({ state: 'hidden' });
    await expect.poll(() => operator.files.evaluate((grid) => grid === document.activeElement)).toBe(true);
  });
});
