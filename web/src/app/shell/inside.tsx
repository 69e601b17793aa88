import { Outlet } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useMe } from '../../api/me.ts';
import { useFresh } from './fresh.ts';
import { OverPages } from './over.tsx';
import { useOwnSettings } from './own-settings.ts';
import { UndoBar } from './undo-bar.tsx';
import { WaitingBar } from './waiting-bar.tsx';

/** Whatever is for people who are signed in, as they want to read it. */
export function Inside() {
  const me = useMe();
  const [person] = useState(me.person);
  // Somebody else has signed in in another tab: they see their own pages, and nothing of this one.
  useEffect(() => {
    if (me.person !== person) window.location.assign('/');
  }, [me.person, person]);
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
