/** Registers every element. */
import './widgets/portal-provider/define.ts';
