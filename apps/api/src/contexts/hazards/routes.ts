import { contextApp } from '../../http/context-app.ts';
import { doors } from './doors.ts';
import { documents } from './documents.ts';
import { lists } from './lists.ts';
import { reads } from './reads.ts';
import { steps } from './steps.ts';

export const hazards = contextApp();
for (const part of [doors, documents, lists, reads, ...steps]) hazards.route('/', part);
