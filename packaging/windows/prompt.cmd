@echo off
rem A terminal in which `verify-app` is the command line; nothing is changed on the computer.
set "PATH=%~dp0;%PATH%"
cd /d "%USERPROFILE%"
title verify-app
verify-app --version
