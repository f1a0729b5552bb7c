; The installer of the engine add-on, which goes into the folder `engine` of the installed program. Built by build.py with
; the same definitions as verify-app.nsi.

!include "common.nsh"

!define TITLE "${NAME} engine"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}-engine"
!define PROGRAM "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"

Name "${TITLE}"
!insertmacro NEW_INSTALLER "${TITLE}"

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_USE_PROGRAMFILES64
; where the program is for one user, or for all, there goes the add-on
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${KEY}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "${PLACE}"
!include MultiUser.nsh

!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!include "texts.nsh"

Var Program

Function .onInit
  !insertmacro CHECK_SYSTEM
  !insertmacro CHECK_RIGHTS ""
  !insertmacro MULTIUSER_INIT
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Function un.onInit
  !insertmacro CHECK_SYSTEM
  !insertmacro CHECK_RIGHTS "un."
  !insertmacro MULTIUSER_UNINIT
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

Section
  ReadRegStr $Program SHCTX "${KEY}" "${PLACE}"
  ReadRegStr $1 SHCTX "${PROGRAM}" "DisplayVersion"
  ${If} $Program == ""
  ${OrIf} $1 != "${VERSION}"
  ${OrIfNot} ${FileExists} "$Program\${NAME}.exe"
    Push "$(NO_PROGRAM)"
    Call Refuse
  ${EndIf}
  StrCpy $INSTDIR $Program
  !insertmacro STOP_IF_RUNNING ""

  StrCpy $INSTDIR "$Program\engine"
  ${If} ${FileExists} "$INSTDIR\engine.json"
    RMDir /r "$INSTDIR" ; of another version
  ${EndIf}
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${TREE}\*"
  ${If} ${Errors}
    Push "$(NOT_WRITTEN)"
    Call Refuse
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"

  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "${TITLE}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$Program\${NAME}.exe,0"
  WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "${NAME} developers"
  WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" ${SIZE}
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section Uninstall
  ${IfNot} ${FileExists} "$INSTDIR\engine.json"
    Push "$(NOT_HERE)"
    Call un.Refuse
  ${EndIf}
  StrCpy $Program $INSTDIR
  StrCpy $INSTDIR "$INSTDIR\.."
  !insertmacro STOP_IF_RUNNING "un."
  StrCpy $INSTDIR $Program
  RMDir /r "$INSTDIR"
  DeleteRegKey SHCTX "${UNINSTALL}"
SectionEnd
