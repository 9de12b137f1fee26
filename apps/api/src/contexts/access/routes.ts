import { contextApp } from '../../http/context-app.ts';
import { accounts } from './accounts.ts';
import { own } from './own.ts';
import { powers } from './powers.ts';
import { ways } from './ways.ts';

/** Where a fixed word stands beside a parameter (`/shared-devices/pairing`), the one with the fixed word comes first. */
export const access = contextApp().route('/', own).route('/', accounts).route('/', powers).route('/', ways);
