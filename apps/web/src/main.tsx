import './theme/mantine.css';
import 'virtual:mantine-variables.css';
import './theme/fonts.css';
import './theme/tokens.css';
import './theme/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { startI18n } from './i18n/index.js';
import { startShortcuts } from './keyboard/shortcuts.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
startShortcuts();
void startI18n().then(() => createRoot(root).render(<App />));
