export const noticeRefusals = ['notices.not_found', 'notices.no_person'] as const;

export type NoticeRefusal = (typeof noticeRefusals)[number];
