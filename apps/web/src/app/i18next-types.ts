import type { zhCN } from '@changming/phrases';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: typeof zhCN;
  }
}
