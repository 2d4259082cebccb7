import { render } from 'preact';
import { App } from './App';
import { listen } from './server';
import './style.css';
import './base.css';

render(<App />, document.getElementById('app')!);
listen();
