import { contextApp } from '../../http/context-app.ts';
import { exams } from './learning/exams.ts';
import { library } from './learning/library.ts';
import { questions } from './learning/questions.ts';
import { violations } from './learning/violations.ts';

export const learning = contextApp();
for (const part of [library, questions, exams, violations]) learning.route('/', part);
