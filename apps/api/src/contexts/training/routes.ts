import { contextApp } from '../../http/context-app.ts';
import { held } from './held.ts';
import { learning } from './learning.ts';

export const training = contextApp();
for (const part of [held, learning]) training.route('/', part);
