import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';

import { watchTouches } from './api/last-touch.ts';
import { cspNonce, nonceEveryStyle } from './app/csp-nonce.ts';
import { startI18n } from './app/i18n.ts';
import { Providers } from './app/providers.tsx';
import { createQueryClient } from './app/query-client.ts';
import { createDeskRouter } from './app/router.tsx';
import { SignInAgain } from './contexts/access/components/sign-in-again.tsx';
import './ui/base.css';

config({ jitless: true });
nonceEveryStyle(cspNonce());
watchTouches();
const queryClient = createQueryClient();
const router = createDeskRouter(queryClient);
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');

const page = createRoot(root);
void startI18n().then(() =>
  page.render(
    <StrictMode>
      <Providers queryClient={queryClient}>
        <RouterProvider router={router} />
        <SignInAgain />
      </Providers>
    </StrictMode>,
  ),
);
