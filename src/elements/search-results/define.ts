import {define} from '../../shared/base/define.js';
import {Five9SearchResults} from './search-results.js';

define('five9-search-results', Five9SearchResults);

declare global {
  interface HTMLElementTagNameMap {
    'five9-search-results': Five9SearchResults;
  }
}

export {Five9SearchResults};
