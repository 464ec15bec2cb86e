import type { SeedName } from './seed-media.ts';

/** One object of the demo tree: its key, what is in it, and how many days ago it was written. */
export type SeedEntry = readonly [
  key: string,
  content: SeedName | { readonly text: string },
  daysAgo: number,
];

const srt = { text: '1\r\n00:00:01,000 --> 00:00:03,500\r\nNordlyset kommer sent i aften.\r\n' };
const xml = (title: string, frameRate: string) => ({
  text: `<?xml version="1.0" encoding="UTF-8"?>\n<clip><title>${title}</title><frameRate>${frameRate}</frameRate></clip>\n`,
});
/** The two words every AppleDouble file begins with (RFC 1740, appendix A), then nothing of use: what Finder leaves on shares. */
const appleDouble = { text: '\u0000\u0005\u0016\u0007\u0000\u0002\u0000\u0000Mac OS X        ' };

/** Masters, proxies, subtitles and sidecars of a series in delivery. */
function deliveries(): SeedEntry[] {
  return ['01', '02', '03', '04', '05', '06'].flatMap((episode, index): SeedEntry[] => {
    const folder = `deliveries/2026-11/Nordlys Ep ${episode}/`;
    const daysAgo = 21 - index * 3;
    return [
      [`${folder}Nordlys_S01E${episode}_MASTER_ProRes.mov`, 'prores', daysAgo],
      [`${folder}Nordlys_S01E${episode}_XDCAM_1080i25.mxf`, 'mxf', daysAgo - 0.1],
      [`${folder}Nordlys_S01E${episode}_proxy.mp4`, 'aurora', daysAgo - 0.2],
      [`${folder}Nordlys_S01E${episode}_da.srt`, srt, daysAgo - 0.3],
      [`${folder}Nordlys_S01E${episode}.xml`, xml(`Nordlys ${episode}`, '25'), daysAgo - 0.3],
    ];
  });
}

/** Camera cards as they were copied: clips in upper case, metadata beside them. */
function rushes(): SeedEntry[] {
  const clips = (card: string, count: number, content: SeedName, daysAgo: number): SeedEntry[] =>
    Array.from({ length: count }, (_, index): SeedEntry => {
      const clip = `${card}_C${String(index + 1).padStart(3, '0')}_1120`;
      return [`rushes/${card}/${clip}.MOV`, content, daysAgo - index / 96];
    });
  return [
    ...clips('A001', 14, 'camera', 6),
    ...clips('A002', 9, 'camera', 5),
    ['rushes/A001/._A001_C001_1120.MOV', appleDouble, 6],
    ['rushes/A001/A001_1120.xml', xml('A001', '23.976'), 6],
    ['rushes/R001/R001_C001_1120AB.RDC/R001_C001_1120AB_001.R3D', 'prores', 5],
    ['rushes/R001/R001_C001_1120AB.RDC/R001_C001_1120AB_002.R3D', 'prores', 5],
    ['rushes/drone/DJI_0042.MP4', 'hevc', 4],
    ['rushes/drone/DJI_0043.MP4', 'hevc', 4],
    ['rushes/drone/DJI_0043.SRT', srt, 4],
    ['rushes/phones/IMG_0412.mov', 'vertical', 3],
  ];
}

/** What has lain there for years, in the formats of its time. */
function archive(): SeedEntry[] {
  return [
    ...['1998', '1999', '2001'].map((year, index): SeedEntry => [
      `archive/${year}/Havnen/Havnen_${year}_digibeta.avi`,
      'avi',
      3_200 - index * 200,
    ]),
    ['archive/2009/Sport/Finale 1. halvleg.mpg', 'ts', 2_400],
    ['archive/2009/Sport/Finale 2. halvleg.mpg', 'ts', 2_400],
    ['archive/2016/Interviews/Interview_Ærø_50p.mkv', 'mkv', 1_900],
    ['archive/2016/Interviews/Interview_Møn_50p.mkv', 'mkv', 1_899],
    ['archive/2019/Playout/2019-06-05 valgaften.ts', 'ts', 1_700],
    ['archive/2019/Playout/2019-06-06 morgen.m2ts', 'ts', 1_699],
    ['archive/2022/web/teaser_v3.webm', 'webm', 900],
    ['archive/2022/web/teaser_v3_final_FINAL.webm', 'webm', 899],
  ];
}

/** Names that break tools: each is one that some customer really has, or that an attacker would choose. */
function oddNames(): SeedEntry[] {
  const rest = `${'long name '.repeat(98)}end.mp4`;
  return [
    ['kunder/Ålborg Teater/Hamlet – akt 1.mp4', 'fractal', 40],
    ['kunder/Ørsted/Møllepark (æøå) 100% færdig.mp4', 'fractal', 39],
    ['kunder/Ørsted & Søn/before+after.mov', 'camera', 38],
    ['配信/2026年11月/第03話 予告編.mp4', 'aurora', 12],
    ['配信/2026年11月/第04話 予告編.mp4', 'aurora', 11],
    ['social/🎬 teaser 🔥.mp4', 'vertical', 9],
    ['social/👩‍👩‍👧 family #1?.mp4', 'vertical', 8],
    ['social/راديو الشمال.mp4', 'vertical', 8],
    ['social/safe\u202Egpj.mp4', 'vertical', 7],
    ['odd names/100%25 not encoded %20.mp4', 'bars', 30],
    ['odd names/../not a parent.mp4', 'bars', 30],
    ['odd names//empty folder name.mp4', 'bars', 30],
    ['odd names/ leading and trailing space .mp4 ', 'bars', 30],
    ['odd names/<img src=x onerror=alert(1)>.mp4', 'bars', 29],
    ['odd names/=HYPERLINK("x").mp4', 'bars', 29],
    ['odd names/back\\slash "quoted" \'single\'.mp4', 'bars', 29],
    ['odd names/line\nbreak.mp4', 'bars', 28],
    ['odd names/tab\tand bell\u0007.mp4', 'bars', 28],
    ['odd names/e\u0301 decomposed.mp4', 'bars', 28],
    ['odd names/\u00e9 composed.mp4', 'bars', 28],
    ['odd names/no extension', 'bars', 27],
    [`odd names/${'x'.repeat(1_024 - 10 - rest.length)}${rest}`, 'bars', 27],
  ];
}

/** The whole tree but for the objects that need more than a name and a video. */
export function seedTree(): readonly SeedEntry[] {
  return [
    ...deliveries(),
    ...rushes(),
    ...archive(),
    ...oddNames(),
    ['line-up/bars and tone 1080p25.mp4', 'bars', 300],
    ['README.txt', { text: 'Nordlys Post: deliveries/ goes out, rushes/ comes in, archive/ stays.\n' }, 365],
  ];
}
