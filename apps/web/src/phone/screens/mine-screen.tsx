import { MeScreen } from '../../contexts/access/phone/me-screen.tsx';
import { Outbox } from '../../contexts/hazards/phone/outbox.tsx';
import { OwnReportsLink } from '../../contexts/hazards/phone/own-reports-link.tsx';
import { NoticesLink } from '../../contexts/notices/phone/notices-link.tsx';

/** 我的: who is here, what waits to be sent, what was told. */
export function MineScreen() {
  return (
    <MeScreen>
      <Outbox />
      <NoticesLink />
      <OwnReportsLink />
    </MeScreen>
  );
}
