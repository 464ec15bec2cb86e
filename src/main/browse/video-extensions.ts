/** Extensions that "videos only" shows, lower case. Cameras write them in any case, so they are compared that way. */
export const videoExtensions: readonly string[] = (
  'mp4 mov mxf m4v mkv avi ts m2ts mts m2t mpg mpeg m2v mpv m4p webm wmv asf flv f4v vob ogv 3gp 3g2 gxf lxf dv dif ' +
  'r3d braw ari arx crm rmf y4m ivf divx qt mod tod trp tp mpe mp2v m1v 264 265 h264 h265 hevc avc vc1 prores'
).split(' ');

const LONGEST = Math.max(...videoExtensions.map((extension) => extension.length));
const known = new Set(videoExtensions);

/** Whether a file name, given as UTF-8 bytes, ends in one of {@link videoExtensions}. */
export function isVideoName(bytes: Buffer, from: number, to: number): boolean {
  const stop = Math.max(from, to - LONGEST - 1);
  for (let at = to - 1; at >= stop; at -= 1) {
    // A file that is all extension (".mov") is a hidden file of that name, not a video.
    if (bytes[at] === 46) return at > from && known.has(bytes.toString('latin1', at + 1, to).toLowerCase());
  }
  return false;
}
