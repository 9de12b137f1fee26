import { contextApp } from '../../http/context-app.ts';
import { cases } from './cases.ts';
import { reads } from './reads.ts';
import { records } from './records.ts';

export const incidents = contextApp();
for (const part of [reads, cases, records]) incidents.route('/', part);
