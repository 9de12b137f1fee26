import type { Said } from '../oracle.ts';

const own: Said = { by: 'signedIn', about: 'self' };

export const notices: Readonly<Record<string, Said>> = {
  'GET /me/notices': own,
  'GET /me/notices/unread': own,
  'POST /me/notices/read': own,
  'GET /me/notices/channels': own,
  'PUT /me/notices/channels': own,
};
