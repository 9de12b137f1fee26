import { type ReactNode, Suspense } from 'react';

import { go } from '../path.ts';
import { useShellWords } from '../shell-words.ts';

const tabs = [
  { path: '/m', word: 'phone.report', icon: 'M4 8.5h3l1.6-2.5h6.8L17 8.5h3V19H4ZM12 16.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4Z' },
  { path: '/m/tasks', word: 'phone.tasks', icon: 'M5 4h14v16H5ZM8.5 9l1.4 1.4L12.4 8M8.5 15l1.4 1.4 2.5-2.4M14.5 10h2M14.5 16h2' },
  { path: '/m/me', word: 'phone.mine', icon: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20c.8-3.6 3.7-5.5 7.5-5.5s6.700 1.900 7.500 5.500' },
] as const;

/** Pages that belong to a tab without being it. */
const below = {
  '/m': ['/m/report/', '/m/in/'],
  '/m/tasks': ['/m/hazards/', '/m/checks', '/m/results/', '/m/spot', '/m/fire/'],
  '/m/me': ['/m/notices', '/m/open'],
} as const;

function isOpen(tab: keyof typeof below, path: string): boolean {
  return path === tab || below[tab].some((beginning) => path.startsWith(beginning));
}

type BottomBarProps = {
  readonly path: string;
  /** How much waits for whoever is signed in. */
  readonly waiting?: ReactNode;
};

/** 报隐患、我的任务、我的: always in reach of the thumb. */
export function BottomBar({ path, waiting }: BottomBarProps) {
  const t = useShellWords();
  return (
    <nav className="tabs">
      {tabs.map((tab) => (
        <a
          key={tab.path}
          href={tab.path}
          aria-current={isOpen(tab.path, path) ? 'page' : undefined}
          onClick={(event) => {
            event.preventDefault();
            go(tab.path);
          }}
        >
          <svg width="26" height="26" viewBox="0 0 24 24" aria-hidden="true">
            <path d={tab.icon} fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
          {t(tab.word)}
          {tab.path === '/m/tasks' && <Suspense fallback={null}>{waiting}</Suspense>}
        </a>
      ))}
    </nav>
  );
}
