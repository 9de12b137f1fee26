import { type ComponentType, lazy } from 'react';

export type ScreenProps = { readonly parts: Readonly<Record<string, string>> };

type PhoneScreen = {
  /** `/m/p/:code`; the parts are handed to the screen. */
  readonly path: string;
  readonly screen: ComponentType<ScreenProps>;
  /** Opened without signing in, for the public doors. */
  readonly open?: boolean;
};

/** Every screen of the phone but the first; a context adds its own from `contexts/<context>/phone/`, each a file loaded when needed. */
export const screens: readonly PhoneScreen[] = [
  { path: '/m', screen: lazy(async () => ({ default: (await import('./screens/report-screen.tsx')).ReportScreen })) },
  { path: '/m/tasks', screen: lazy(async () => ({ default: (await import('./screens/tasks-screen.tsx')).TasksScreen })) },
  { path: '/m/me', screen: lazy(async () => ({ default: (await import('../contexts/access/phone/me-screen.tsx')).MeScreen })) },
];
