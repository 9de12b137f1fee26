import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';

import type { Locale } from '../api/locale.ts';
import { sentenceOf } from '../ui/sentence-of.ts';
import { changeLocale } from './i18n.ts';

/** Switches the language. What was loaded carries sentences in the language it was asked in. */
export function useSpeak(): (locale: Locale) => void {
  const client = useQueryClient();
  const { message } = App.useApp();
  const { mutate } = useMutation({
    mutationFn: changeLocale,
    networkMode: 'always',
    onSuccess: () => client.invalidateQueries(),
    onError: (error) => message.error(sentenceOf(error)),
  });
  return mutate;
}
