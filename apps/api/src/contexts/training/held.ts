import { contextApp } from '../../http/context-app.ts';
import { dedicated } from './dedicated.ts';
import { hours } from './hours.ts';
import { plans } from './plans.ts';
import { sessions } from './sessions.ts';

export const held = contextApp();
for (const part of [sessions, hours, plans, dedicated]) held.route('/', part);
