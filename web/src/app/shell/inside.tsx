import { Outlet } from '@tanstack/react-router';
import { useMe } from '../../api/me.ts';
import { useFresh } from './fresh.ts';
import { OverPages } from './over.tsx';
import { useOwnSettings } from './own-settings.ts';
import { UndoBar } from './undo-bar.tsx';
import { WaitingBar } from './waiting-bar.tsx';

/** Whatever is for people who are signed in, as they want to read it. */
export function Inside() {
  const me = useMe();
  useOwnSettings(me);
  useFresh();
  return (
    <OverPages me={me}>
      <WaitingBar person={me.person} />
      <Outlet />
      <UndoBar />
    </OverPages>
  );
}
