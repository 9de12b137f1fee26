export { afterQuietHours, nextTry } from './timing.ts';
export { noticeInput, ownNoticesFilter } from './inputs.ts';
export { noticeRefusals } from './refusals.ts';
export type { NoticeRefusal } from './refusals.ts';
