import { contextApp } from '../../http/context-app.ts';
import { checklists } from './checklists.ts';
import { checks } from './checks.ts';
import { defects } from './defects.ts';
import { documents } from './documents.ts';
import { lightsOut } from './lights-out.ts';
import { plans } from './plans.ts';

export const inspections = contextApp();
for (const part of [documents, checklists, plans, checks, lightsOut, defects]) inspections.route('/', part);
