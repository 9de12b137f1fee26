import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import dayjsZhCN from 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { deskTheme } from '../ui/theme.ts';
import { cspNonce } from './csp-nonce.ts';

const csp = { nonce: cspNonce() };
/** A built page has antd's styles as a sheet of its own (`scripts/antd-styles.mjs`); in development antd writes them. */
const theme = { ...deskTheme, hashed: false, zeroRuntime: import.meta.env.PROD };

export function Providers({ queryClient, children }: { readonly queryClient: QueryClient; readonly children: ReactNode }) {
  const { i18n } = useTranslation();
  const english = i18n.language === 'en';
  dayjs.locale(english ? 'en' : dayjsZhCN);
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider csp={csp} theme={theme} locale={english ? enUS : zhCN} button={{ autoInsertSpace: false }}>
        <App className="desk" message={{ maxCount: 3 }}>
          {children}
        </App>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
