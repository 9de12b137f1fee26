import { contextApp } from '../../http/context-app.ts';
import { fire } from './fire.ts';
import { misses } from './misses.ts';
import { special } from './special.ts';

export const equipment = contextApp();
for (const part of [special, fire, misses]) equipment.route('/', part);
