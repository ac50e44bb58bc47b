/** Pages as people use them, in the Chromium of the machine: by mouse and keyboard, with and without JavaScript. */
package org.banggiao.browser;
