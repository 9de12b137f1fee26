import { MeScreen } from '../../contexts/access/phone/me-screen.tsx';
import { ActionsLink } from '../../contexts/actions/phone/actions-link.tsx';
import { OpenLink } from '../../contexts/hazards/phone/open-link.tsx';
import { OwnReportsLink } from '../../contexts/hazards/phone/own-reports-link.tsx';
import { OwnIncidentsLink } from '../../contexts/incidents/phone/incident-link.tsx';
import { TrainingLink } from '../../contexts/training/phone/training-link.tsx';
import { CertificatesLink } from '../../contexts/workforce/phone/certificates-link.tsx';
import { OnDutyLink, OwnWatchLink } from '../../contexts/workforce/phone/watch-link.tsx';
import { DutiesLink } from '../../contexts/responsibilities/phone/duties-link.tsx';
import { OutboxList } from '../outbox/outbox-list.tsx';
import { NoticesLink } from '../../contexts/notices/phone/notices-link.tsx';

/** 我的: who is here, what waits to be sent, what was told. */
export function MineScreen() {
  return (
    <MeScreen>
      <OutboxList />
      <NoticesLink />
      <OpenLink />
      <DutiesLink />
      <ActionsLink always />
      <TrainingLink />
      <OwnReportsLink />
      <CertificatesLink />
      <OwnWatchLink />
      <OnDutyLink />
      <OwnIncidentsLink />
    </MeScreen>
  );
}
