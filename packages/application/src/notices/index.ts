export { closeNotices } from './close-notices.ts';
export { deliverNotice } from './deliver-notice.ts';
export { chooseChannels, countUnread, listOwnNotices, markRead, readChannels } from './own-notices.ts';
export { claimMail, settleMail } from './send-mails.ts';
export type { Mail } from './send-mails.ts';
