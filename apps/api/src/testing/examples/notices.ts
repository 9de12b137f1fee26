import { bare, type Example } from '../example.ts';

export const notices: Readonly<Record<string, Example>> = {
  'GET /me/notices': bare,
  'GET /me/notices/unread': bare,
  'POST /me/notices/read': () => ({ body: {} }),
  'GET /me/notices/channels': bare,
  'PUT /me/notices/channels': () => ({ body: { email: null, quietFrom: null, quietTo: null } }),
};
