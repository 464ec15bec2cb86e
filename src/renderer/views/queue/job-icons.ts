import {
  ArrowDownToLine,
  ArrowUpToLine,
  CircleHelp,
  ClipboardCopy,
  Copy,
  ExternalLink,
  ListX,
  RefreshCcw,
  RotateCw,
  ShieldOff,
  Trash2,
  Upload,
  type LucideIcon,
} from 'lucide-react';
import type { JobAction } from './job-actions.ts';

/** The picture beside each action, as every other menu has one. */
export const jobIcons: Readonly<Record<JobAction, LucideIcon>> = {
  restart: RotateCw,
  'restart-unchecked': ShieldOff,
  'start-over': RefreshCcw,
  abandon: Trash2,
  retry: Upload,
  decide: CircleHelp,
  'move-top': ArrowUpToLine,
  'move-bottom': ArrowDownToLine,
  remove: ListX,
  open: ExternalLink,
  'copy-video-id': Copy,
  'copy-request-id': Copy,
  'copy-object-key': ClipboardCopy,
};
