import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';

import { chosenLocale } from '../api/locale.ts';
import { Phone } from './phone.tsx';
import { startPhone } from './start.ts';
import { Toasts } from './ui/toasts.tsx';
import './phone.css';
import './ui/ui.css';
import '../ui/lamp.css';

config({ jitless: true });
startPhone();
document.documentElement.lang = chosenLocale() ?? 'zh-CN';
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');

createRoot(root).render(
  <StrictMode>
    <Toasts>
      <Phone />
    </Toasts>
  </StrictMode>,
);
