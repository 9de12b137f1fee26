import { contextApp } from '../../http/context-app.ts';

export const responsibilities = contextApp();
