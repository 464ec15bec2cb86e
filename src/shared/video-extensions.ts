/** Extensions that "videos only" shows, lower case. Cameras write them in any case, so they are compared that way. */
export const videoExtensions: readonly string[] = (
  'mp4 mov mxf m4v mkv avi ts m2ts mts m2t mpg mpeg m2v mpv m4p webm wmv asf flv f4v vob ogv 3gp 3g2 gxf lxf dv dif ' +
  'r3d braw ari arx crm rmf y4m ivf divx qt mod tod trp tp mpe mp2v m1v 264 265 h264 h265 hevc avc vc1 prores'
).split(' ');

const known: ReadonlySet<string> = new Set(videoExtensions);

/** Whether a key ends in one of {@link videoExtensions}; a file that is all extension (".mov") is a hidden file. */
export function isVideoKey(key: string): boolean {
  const name = key.slice(key.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 && known.has(name.slice(dot + 1).toLowerCase());
}
