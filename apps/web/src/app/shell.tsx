import { Outlet, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useMe } from '../api/me.ts';
import { useStored } from '../ui/use-stored.ts';
import { currentPath, menuOf } from './navigation.tsx';
import { ShellHeader } from './shell-header.tsx';
import { ShellMenu } from './shell-menu.tsx';
import { SharedParts } from './shared-parts.tsx';
import './shell.css';

/** What stands around every page of the desk: the menu on ink, the header, the page on paper. */
export function Shell() {
  const { t } = useTranslation('shell');
  const me = useMe();
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const [folded, setFolded] = useStored('menu.folded', window.matchMedia('(width < 900px)').matches);
  const blocks = menuOf(me);
  const here = currentPath(pathname, blocks);
  return (
    <div className={folded ? 'shell shell--folded' : 'shell'}>
      <a className="shell__skip" href="#content">
        {t('menu.skip')}
      </a>
      <ShellMenu blocks={blocks} here={here} folded={folded} onFold={() => setFolded(!folded)} />
      <div className="shell__main">
        <ShellHeader me={me} blocks={blocks} here={here} />
        <main id="content" className="shell__content">
          <SharedParts>
            <Outlet />
          </SharedParts>
        </main>
      </div>
    </div>
  );
}
