import { contextApp } from '../../http/context-app.ts';
import { hours } from './hours.ts';
import { plans } from './plans.ts';
import { sessions } from './sessions.ts';

export const held = contextApp();
for (const part of [sessions, hours, plans]) held.route('/', part);
