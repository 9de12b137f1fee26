import { contextApp } from '../../http/context-app.ts';
import { documents } from './documents.ts';
import { duties } from './duties.ts';
import { letters } from './letters.ts';

export const responsibilities = contextApp();
for (const part of [documents, duties, letters]) responsibilities.route('/', part);
