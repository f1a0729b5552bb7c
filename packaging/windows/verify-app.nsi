; The installer of the light program. Built by build.py, which says on the command line:
;   VERSION, NUMBERS (four, with points), TREE (the folder to install), SIZE (in KiB), OUT (the file to write), ICON

!include "common.nsh"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define KIND "${NAME}.project"

Name "${NAME}"
!insertmacro NEW_INSTALLER "${NAME}"

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_INSTDIR "${NAME}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "${KEY}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "${PLACE}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${KEY}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "${PLACE}"
!include MultiUser.nsh

!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION Start
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!include "texts.nsh"

Var Given

Function .onInit
  StrCpy $Given $INSTDIR ; of /D=, which the lines below would forget
  !insertmacro CHECK_SYSTEM
  !insertmacro CHECK_RIGHTS ""
  !insertmacro MULTIUSER_INIT
  ${If} $Given != ""
    StrCpy $INSTDIR $Given
  ${EndIf}
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Function un.onInit
  !insertmacro CHECK_SYSTEM
  !insertmacro CHECK_RIGHTS "un."
  !insertmacro MULTIUSER_UNINIT
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

; Not as administrator: the explorer is the person's own.
Function Start
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\${NAME}.exe"'
FunctionEnd

!macro REMOVE_PROGRAM
  RMDir /r "$INSTDIR\Lib"
  RMDir /r "$INSTDIR\DLLs"
  RMDir /r "$INSTDIR\bin"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\*.dll"
  Delete "$INSTDIR\*._pth"
  Delete "$INSTDIR\${NAME}.exe"
!macroend

Section
  !insertmacro STOP_IF_RUNNING ""
  ${If} ${FileExists} "$INSTDIR\${NAME}.exe"
    !insertmacro REMOVE_PROGRAM ; of another version: modules that are no more would still be found
  ${ElseIf} ${FileExists} "$INSTDIR\Lib\*.*"
  ${OrIf} ${FileExists} "$INSTDIR\bin\*.*"
  ${OrIf} ${FileExists} "$INSTDIR\DLLs\*.*"
    Push "$(FOLDER_OF_OTHERS)"
    Call Refuse
  ${EndIf}

  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${TREE}\*"
  ${If} ${Errors}
    Push "$(NOT_WRITTEN)"
    Call Refuse
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateDirectory "$SMPROGRAMS\${NAME}"
  CreateShortcut "$SMPROGRAMS\${NAME}\${NAME}.lnk" "$INSTDIR\${NAME}.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}\$(TERMINAL).lnk" "$SYSDIR\cmd.exe" '/k "$INSTDIR\bin\prompt.cmd"' "$INSTDIR\${NAME}.exe" 0

  WriteRegStr SHCTX "${KEY}" "${PLACE}" "$INSTDIR"
  WriteRegStr SHCTX "${KEY}" "TerminalLink" "$SMPROGRAMS\${NAME}\$(TERMINAL).lnk"

  WriteRegStr SHCTX "Software\Classes\.verify-app" "" "${KIND}"
  WriteRegStr SHCTX "Software\Classes\.verify-app\OpenWithProgids" "${KIND}" ""
  WriteRegStr SHCTX "Software\Classes\${KIND}" "" "$(PROJECT_FILE)"
  WriteRegStr SHCTX "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\${NAME}.exe,0"
  WriteRegStr SHCTX "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\${NAME}.exe" "%1"'
  WriteRegStr SHCTX "Software\Microsoft\Windows\CurrentVersion\App Paths\${NAME}.exe" "" "$INSTDIR\${NAME}.exe"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${NAME}.exe,0"
  WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "${NAME} developers"
  WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" ${SIZE}
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section Uninstall
  !insertmacro STOP_IF_RUNNING "un."
  ${IfNot} ${FileExists} "$INSTDIR\${NAME}.exe" ; whatever folder this file was copied into is not ours to empty
    Push "$(NOT_HERE)"
    Call un.Refuse
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\engine\uninstall.exe"
    ExecWait '"$INSTDIR\engine\uninstall.exe" /$MultiUser.InstallMode /S _?=$INSTDIR\engine'
    Delete "$INSTDIR\engine\uninstall.exe"
    RMDir "$INSTDIR\engine"
  ${EndIf}
  !insertmacro REMOVE_PROGRAM
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; stays when somebody laid something of their own into it

  ReadRegStr $0 SHCTX "${KEY}" "TerminalLink"
  ${If} $0 != ""
    Delete "$0"
  ${EndIf}
  Delete "$SMPROGRAMS\${NAME}\${NAME}.lnk"
  RMDir "$SMPROGRAMS\${NAME}"

  ReadRegStr $0 SHCTX "Software\Classes\.verify-app" ""
  ${If} $0 == "${KIND}"
    DeleteRegValue SHCTX "Software\Classes\.verify-app" ""
  ${EndIf}
  DeleteRegValue SHCTX "Software\Classes\.verify-app\OpenWithProgids" "${KIND}"
  DeleteRegKey /ifempty SHCTX "Software\Classes\.verify-app\OpenWithProgids"
  DeleteRegKey /ifempty SHCTX "Software\Classes\.verify-app"
  DeleteRegKey SHCTX "Software\Classes\${KIND}"
  DeleteRegKey SHCTX "Software\Microsoft\Windows\CurrentVersion\App Paths\${NAME}.exe"
  DeleteRegKey SHCTX "${UNINSTALL}"
  DeleteRegKey SHCTX "${KEY}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
