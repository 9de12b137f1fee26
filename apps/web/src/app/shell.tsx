import { Outlet, useRouterState } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useMe } from '../api/me.ts';
import { useNarrow } from '../ui/use-narrow.ts';
import { useStored } from '../ui/use-stored.ts';
import { currentPath, menuOf } from './navigation.tsx';
import { ShellHeader } from './shell-header.tsx';
import { ShellMenu } from './shell-menu.tsx';
import { SharedParts } from './shared-parts.tsx';
import './shell.css';

/** What stands around every page of the desk: the menu on ink, the header, the page on paper. On a narrow window the menu is pulled out. */
export function Shell() {
  const { t } = useTranslation('shell');
  const me = useMe();
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const [folded, setFolded] = useStored('menu.folded', window.matchMedia('(width < 900px)').matches);
  const narrow = useNarrow();
  const [pulled, setPulled] = useState(false);
  const blocks = menuOf(me);
  const here = currentPath(pathname, blocks);
  return (
    <div className={shellClass(narrow, folded)}>
      <a className="shell__skip" href="#content">
        {t('menu.skip')}
      </a>
      {narrow ? (
        <Drawer
          open={pulled}
          onClose={() => setPulled(false)}
          placement="left"
          size={232}
          closable={false}
          rootClassName="shell__drawer"
          aria-label={t('menu.navigation')}
        >
          <ShellMenu blocks={blocks} here={here} folded={false} onFold={() => setPulled(false)} onGo={() => setPulled(false)} />
        </Drawer>
      ) : (
        <ShellMenu blocks={blocks} here={here} folded={folded} onFold={() => setFolded(!folded)} />
      )}
      <div className="shell__main">
        <ShellHeader me={me} blocks={blocks} here={here} {...(narrow ? { onMenu: () => setPulled(true) } : {})} />
        <main id="content" className="shell__content">
          <SharedParts>
            <Outlet />
          </SharedParts>
        </main>
      </div>
    </div>
  );
}

function shellClass(narrow: boolean, folded: boolean): string {
  if (narrow) return 'shell shell--narrow';
  return folded ? 'shell shell--folded' : 'shell';
}
