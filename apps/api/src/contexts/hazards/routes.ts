import { contextApp } from '../../http/context-app.ts';
import { doors } from './doors.ts';
import { documents } from './documents.ts';
import { ledgerAnswers } from './ledger-answers.ts';
import { lists } from './lists.ts';
import { reads } from './reads.ts';
import { steps } from './steps.ts';

export const hazards = contextApp();
for (const part of [doors, documents, ledgerAnswers, lists, reads, ...steps]) hazards.route('/', part);
