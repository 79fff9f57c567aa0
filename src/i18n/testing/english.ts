/** Set up before every test file: sentences are in English. */
import { startI18n } from '../i18n';

startI18n('en');
