import type { Location, Project, Team, User } from '../core/directory.ts';
import type { PageOf } from '../core/video-index.ts';
import { copiedPercent, type Video } from '../core/video.ts';

const date = (ms: number): string => new Date(ms).toISOString();

const base = (record: {
  readonly id: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}) => ({
  id: record.id,
  createdAt: date(record.createdAtMs),
  updatedAt: date(record.updatedAtMs),
});

/** `Team` */
export const teamBody = (team: Team) => ({
  ...base(team),
  name: team.name,
  apiEnabled: team.isApiEnabled,
  billingType: 'STRIPE',
});

/** `Account` */
export const accountBody = (user: User, team: Team) => ({
  user: { ...base(user), email: user.email, name: user.name, hasConfirmedEmail: true },
  defaultTeam: teamBody(team),
});

/** `Project` */
export const projectBody = (project: Project) => ({
  ...base(project),
  name: project.name,
  isSample: false,
  teamId: project.teamId,
});

/** `S3InputLocation`; the keys come back masked, in twenty characters. */
export const locationBody = (location: Location) => ({
  ...base(location),
  name: location.name,
  bucket: location.bucket,
  accessKeyHidden: masked(location.accessKey),
  secretAccessKeyHidden: masked(location.secretAccessKey),
});

const masked = (secret: string): string => secret.slice(-4).padStart(20, '*');

/** `Page` */
export const pageBody = <Item, Body>(page: PageOf<Item>, bodyOf: (item: Item) => Body) => ({
  pageNumber: page.pageNumber,
  pageSize: page.pageSize,
  numberOfElements: page.items.length,
  totalPages: Math.ceil(page.totalElements / page.pageSize),
  totalElements: page.totalElements,
  items: page.items.map(bodyOf),
});

/** `VideoInStatus` */
export const videoInStatusBody = (video: Video) => ({ videoId: video.videoId, ...operationsOf(video) });

/** `Video` */
export const videoBody = (video: Video) => ({
  id: video.videoId,
  createdAt: date(video.createdAtMs),
  updatedAt: date(video.updatedAtMs),
  userId: video.userId,
  name: video.name,
  ...(video.description === null ? {} : { description: video.description }),
  teamId: video.teamId,
  projectId: video.projectId,
  ...operationsOf(video),
  flags: {
    isMaster: video.clipOf === null,
    isProcessing: false,
    isProcessed: false,
    isIngesting: video.ingestion?.status === 'IN_PROGRESS',
    isIngested: video.ingestion?.status === 'DONE',
    isClip: video.clipOf !== null,
    isSample: false,
  },
  ...(video.clipOf === null
    ? {}
    : {
        clipId: video.videoId,
        masterVideo: {
          id: video.clipOf.videoId,
          createdAt: date(video.clipOf.createdAtMs),
          updatedAt: date(video.clipOf.updatedAtMs),
          videoFile: fileBody(video.clipOf),
        },
      }),
});

function operationsOf(video: Video) {
  const { upload, ingestion } = video;
  return {
    ...(upload === null
      ? {}
      : {
          upload: {
            file: fileBody(video),
            uploadState: {
              updatedAt: date(upload.updatedAtMs),
              uploadStatus: upload.status,
              progressPercentage: copiedPercent(video),
              ...(upload.error === null ? {} : { error: upload.error }),
            },
          },
        }),
    ...(ingestion === null || upload?.status !== 'DONE'
      ? {}
      : { ingestion: ingestionBody(video, ingestion) }),
  };
}

function ingestionBody(video: Video, ingestion: NonNullable<Video['ingestion']>) {
  const isDone = ingestion.status === 'DONE';
  return {
    ingestionState: {
      updatedAt: date(ingestion.updatedAtMs),
      etaSeconds: ingestion.etaSeconds,
      ingestionStatus: ingestion.status,
      webVideoAvailable: isDone && ingestion.isFull,
      thumbnailsAvailable: isDone && ingestion.isFull,
      fullFramesAvailable: isDone && ingestion.isFull,
      videoMetadataAvailable: isDone,
      progressPercentage: ingestion.percent,
    },
    metadata: isDone ? { size: video.source?.sizeBytes ?? 0 } : {},
    qualityAssessment: {},
  };
}

const fileBody = ({ fileName, source, createdAtMs }: Video) => ({
  name: fileName,
  size: source?.sizeBytes ?? 0,
  type: source?.contentType ?? 'video/mp4',
  containerName: containerOf(fileName),
  lastModified: date(source?.modifiedMs ?? createdAtMs),
});

function containerOf(fileName: string): string {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  if (extension === 'mov') return 'QuickTime';
  if (extension === 'mxf') return 'MXF';
  if (extension === 'ts' || extension === 'm2ts') return 'MPEG-2 Transport Stream';
  return 'MPEG-4';
}
