import * as en from '@changming/phrases/en/shell';
import * as zhCN from '@changming/phrases/zh-CN/shell';

import { type Translate, wordsOf } from './words.ts';

export const useShellWords = wordsOf<typeof zhCN>({ 'zh-CN': zhCN, en });
export type ShellWords = Translate<typeof zhCN>;
