import answer from './answer.json' with { type: 'json' };
import app from './app.json' with { type: 'json' };
import desk from './desk.json' with { type: 'json' };
import format from './format.json' with { type: 'json' };
import session from './session.json' with { type: 'json' };
import settings from './settings.json' with { type: 'json' };
import ui from './ui.json' with { type: 'json' };

export default { answer, app, desk, format, session, settings, ui };
